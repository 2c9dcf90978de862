// Copy buttons: shown only when a script runs; the words to copy stand in data-copy.
(function () {
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var box = document.createElement("textarea");
    box.value = text;
    box.className = "unseen";
    document.body.append(box);
    box.select();
    var done = document.execCommand("copy");
    box.remove();
    return done ? Promise.resolve() : Promise.reject();
  }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var words = button.querySelector("span"), before = words.textContent;
    button.hidden = false;
    words.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      copy(button.dataset.copy).then(function () {
        words.textContent = button.dataset.copied;
        setTimeout(function () { words.textContent = before; }, 2000);
      }, function () {});
      button.focus();
    });
  });
})();
