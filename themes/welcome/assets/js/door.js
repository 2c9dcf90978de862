// The live parts of a page. Templates leave their places; without this script, or without hours.js, the pages stay as they are.
//   data-door              the door of the usual hours, with data-door-words and (for narrow places) data-door-short in it
//   data-open="CHANNEL"    whether a channel is answered now, with data-words in it
//   data-hear="CHANNEL"    when somebody hears who makes contact now
//   data-clock             the time we believe it is
//   data-schedule="NAME"   a week; its rows have data-weekday (1 is Monday) and data-shifts, the minutes counted as open
//   data-keep="N"          a list whose items have data-last, their last day: the first N that are not over are shown
// The moment is the device's. A tool may set another: data-now="2026-12-24T03:12Z" on <html>, then the event "welcomemat:now".
(function () {
  var data = welcomemat.hours;
  if (!data || data.format !== 1 || !window.Intl) return;
  var clock = welcomemat.clock(data), speech = welcomemat.speech(data, clock), timer;

  function now() {
    var set = Date.parse(document.documentElement.dataset.now);
    return isNaN(set) ? Date.now() : set;
  }

  function each(selector, change, within = document) { within.querySelectorAll(selector).forEach(change); }

  // What has not changed is left alone: a reader may have it marked.
  function say(element, words) {
    if (element.textContent !== words) element.textContent = words;
    element.hidden = !words;
  }

  function door(element, at) {
    if (!data.usual) return;
    var long = speech.status(data.usual, at), short = speech.status(data.usual, at, true);
    element.dataset.door = long.state;
    each("[data-door-words]", words => { say(words, long.words); }, element);
    each("[data-door-short]", words => { say(words, short.words); }, element);
  }

  function open(element, at) {
    var channel = data.channels[element.dataset.open], isShown = channel && channel.hours && clock.knows(at);
    element.hidden = !isShown;
    if (!isShown) return;
    var status = speech.status(channel.hours, at, false, channel.say !== "visit");
    element.dataset.state = status.state;
    each("[data-words]", words => { say(words, status.words); }, element);
  }

  function part(row, selector, tag, words) {
    var element = row.querySelector("." + selector);
    if (!element && words) {
      element = document.createElement("span");
      element.className = selector;
      row.querySelector(tag).append(" ", element);
    }
    if (element) say(element, words);
  }

  function week(element, at) {
    var id = element.dataset.schedule, weekday = (clock.day(at) + 3) % 7 + 1;
    var shifts = clock.today(id, at).map(shift => shift.join("-")).join(" ");
    each("[data-weekday]", row => {
      var isToday = clock.knows(at) && +row.dataset.weekday === weekday;
      row.ariaCurrent = isToday ? "date" : null;
      part(row, "today-mark", "th", isToday ? data.words.today : "");
      part(row, "today-note", "td", isToday && shifts !== row.dataset.shifts ? speech.today(id, at) : "");
    }, element);
  }

  function list(element, at) {
    var left = +element.dataset.keep, today = clock.day(at);
    each("[data-last]", item => {
      var isOver = Date.parse(item.dataset.last) / 864e5 < today;
      item.hidden = isOver || left-- <= 0;
    }, element);
  }

  function update() {
    var at = now(), on = (name, change) => each("[data-" + name + "]", element => change(element, at));
    on("door", door);
    on("open", open);
    on("hear", element => say(element, speech.hear(element.dataset.hear, at)));
    on("clock", element => say(element, speech.believed(at)));
    on("schedule", week);
    on("keep", list);
    // Promises by the clock move with every minute.
    clearTimeout(timer);
    timer = setTimeout(update, 6e4 - Date.now() % 6e4 + 50);
  }

  // A sleeping device's timers sleep too.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) update(); });
  document.addEventListener("welcomemat:now", update);
  // A page that is shown again from memory has stood still; one that is new has just been told.
  addEventListener("pageshow", event => { if (event.persisted) update(); });
  update();
})();
