// A link to a closed answer opens it, and every answer around it.
(function () {
  function named(hash) {
    try { return document.getElementById(decodeURIComponent(hash)); } catch (_) { return null; }
  }
  function open() {
    var target = named(location.hash.slice(1));
    if (!target) return;
    for (var at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", open);
  open();
})();
