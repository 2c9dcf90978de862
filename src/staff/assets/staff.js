// Adds what only a script can: buttons that copy the words beside them.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  function add(words) {
    if (words.nextElementSibling && words.nextElementSibling.matches("button")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(words.textContent).then(function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 2000);
      });
    });
    words.insertAdjacentElement("afterend", button);
  }
  function addAll() { document.querySelectorAll("[data-copy]").forEach(add); }
  addAll();
  // In the preview a page is patched in place, and loses what was added to it.
  document.addEventListener("welcomemat:now", addAll);
})();
