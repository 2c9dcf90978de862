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
  function show() {
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      button.hidden = false;
      button.querySelector("span").setAttribute("aria-live", "polite");
    });
  }
  // Asked of the whole page: a button that a tool puts in later works as well. It says so as for the clock, see door.js.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) return;
    var words = button.querySelector("span"), before = words.textContent, copied = button.dataset.copied;
    copy(button.dataset.copy).then(function () {
      if (before === copied) return;
      words.textContent = copied;
      setTimeout(function () { words.textContent = before; }, 2000);
    }, function () {});
    button.focus();
  });
  document.addEventListener("welcomemat:now", show);
  show();
})();
