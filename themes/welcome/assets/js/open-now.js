// "Open now" on another website: one script tag, nothing else is fetched and no name is left behind.
//   data-into="#place"     where it goes; without it, behind the script's own tag
//   data-schedule="NAME"   whose hours; without it the usual ones
//   data-link="https://…"  where it leads; without it to the page of hours beside this script
(function () {
  var script = document.currentScript, data = welcomemat.hours, SVG = "http://www.w3.org/2000/svg";
  var id = script && script.dataset.schedule || data.usual;
  if (!script || !data.schedules[id] || !window.Intl) return;
  var speech = welcomemat.speech(data, welcomemat.clock(data));
  var link = document.createElement("a"), words = document.createElement("span");

  function drawn(name, attributes, into) {
    var element = document.createElementNS(SVG, name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    into.append(element);
    return element;
  }

  var lamp = drawn("svg", { viewBox: "0 0 16 16", width: "0.8em", height: "0.8em", "aria-hidden": "true" }, link);
  drawn("circle", { cx: 8, cy: 8, r: 6.5, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }, lamp);
  var light = drawn("circle", { cx: 8, cy: 8, r: 4, fill: "none" }, lamp);
  link.className = "welcomemat-open-now";
  link.href = script.dataset.link || new URL("../" + data.page, script.src).href;
  link.append(" ", words);

  function update() {
    var status = speech.status(id, Date.now());
    link.setAttribute("data-state", status.state);
    light.setAttribute("fill", status.state === "open" ? "#2e8b57" : "none");
    if (words.textContent !== status.words) words.textContent = status.words;
    setTimeout(update, 6e4 - Date.now() % 6e4 + 50);
  }

  function show() {
    var place = script.dataset.into && document.querySelector(script.dataset.into);
    if (place) place.replaceChildren(link); else script.after(link);
    update();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show); else show();
})();
