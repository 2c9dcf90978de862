// The contact router as cards: one question at a time, each with an address of its own, so that the browser's back button
// goes back a question. Without this script it is a tree of answers that fold.
(function () {
  var root = document.querySelector("[data-router]");
  if (!root) return;
  var bar = root.querySelector("[data-router-bar]"), here = root;

  // What the address names: a place in the router, the router itself, or nothing of it.
  function named() {
    var id = location.hash.slice(1), place;
    if (!id) return root;
    try { place = document.getElementById(decodeURIComponent(id)); } catch (_) {}
    return place && root.contains(place) && place.closest(".route-body, [data-router]");
  }
  function above(route) { return route.parentElement.closest(".route-body, [data-router]"); }
  function go(place) { location.hash = place.id; }

  function show() {
    root.querySelectorAll(".route").forEach(function (route) {
      var passed = route.contains(here);
      route.open = passed;
      route.classList.toggle("passed", passed);
      route.parentElement.hidden = !passed && above(route) !== here;
    });
    root.querySelectorAll(".router-question, .route-question").forEach(function (question) {
      question.hidden = question.parentElement !== here;
    });
    bar.hidden = here === root;
  }
  function arrive() {
    var place = named();
    if (!place) return;
    here = place;
    show();
    var words = here.querySelector(":scope > .router-question, :scope > .route-question") || here.previousElementSibling;
    words.tabIndex = words.localName === "summary" ? 0 : -1;
    words.focus({ preventScroll: true });
    root.scrollIntoView();
  }

  root.classList.add("asking");
  root.addEventListener("click", function (event) {
    var summary = event.target.closest("summary"), step = event.target.closest("[data-step]");
    if (step) go(step.dataset.step === "back" ? above(here.parentElement) : root);
    if (!summary) return;
    event.preventDefault();
    go(summary.parentElement.open ? above(summary.parentElement) : summary.nextElementSibling);
  });
  addEventListener("hashchange", arrive);
  here = named() || root;
  show();
  if (here !== root) root.scrollIntoView();
})();
