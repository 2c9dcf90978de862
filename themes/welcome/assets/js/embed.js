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
  document.querySelectorAll("[data-embed]").forEach(function (card) {
    var button = card.querySelector("[data-embed-show]");
    if (!button || !tags[card.dataset.embed]) return;
    card.querySelectorAll(".scripted").forEach(function (it) { it.hidden = false; });
    button.addEventListener("click", function () {
      var it = made(card);
      card.querySelectorAll(".scripted").forEach(function (part) { part.remove(); });
      card.insertBefore(it, card.querySelector(".embed-do"));
      it.focus();
    });
  });
})();
