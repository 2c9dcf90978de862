// "/" goes to the search field, unless something is being typed. The print button prints.
(function () {
  var search = document.querySelector("[data-search]"), print = document.querySelector("[data-print]");
  if (search) document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    search.focus();
  });
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  }
})();
