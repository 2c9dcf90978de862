// What lies with another company is fetched when somebody presses the button, never before; the link beside it stays.
(function () {
  var tags = { page: "iframe", video: "video", sound: "audio", picture: "img" };
  function made(card) {
    var set = card.dataset, it = document.createElement(tags[set.embed]), name = card.getAttribute("aria-label");
    it.className = "embed-shown";
    if (set.embed === "page") {
      it.title = name;
      it.loading = "lazy";
      it.setAttribute("sandbox", "allow-scripts allow-forms allow-same-origin allow-popups");
      it.setAttribute("allow", "fullscreen");
      if (set.width && set.height) {
        it.style.aspectRatio = set.width + "/" + set.height;
        it.style.blockSize = "auto";
      } else if (set.height) it.setAttribute("height", set.height);
    } else if (set.embed === "picture") {
      it.alt = name;
      it.tabIndex = -1;
    } else {
      it.controls = true;
      it.preload = "metadata";
      it.setAttribute("aria-label", name);
    }
    // Some companies' players refuse a page that does not say which site it belongs to; more than that they are not told.
    it.referrerPolicy = set.embed === "page" ? "strict-origin" : "no-referrer";
    it.src = set.from;
    return it;
  }
  function show() {
    document.querySelectorAll("[data-embed]").forEach(function (card) {
      if (tags[card.dataset.embed]) card.querySelectorAll(".scripted").forEach(function (it) { it.hidden = false; });
    });
  }
  // Asked of the whole page: a card that a tool puts in later works as well. It says so as for the clock, see door.js.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-embed-show]"), card = button && button.closest("[data-embed]");
    if (!card) return;
    var it = made(card);
    card.querySelectorAll(".scripted").forEach(function (part) { part.remove(); });
    card.insertBefore(it, card.querySelector(".embed-do"));
    it.focus();
  });
  document.addEventListener("welcomemat:now", show);
  show();
})();
