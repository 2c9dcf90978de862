// The clock's answers in words. Every word comes from the theme's labels, by way of the live data, and so does the way a clock is
// read out; names of days and months from the browser, in the site's language.
welcomemat.speech = function (data, clock) {
  var MINUTE = 6e4, DAY = 864e5, words = data.words, form = data.time;

  function fill(text, gaps) {
    return text.replace(/\{(\w+)\}/g, (gap, name) => name in gaps ? gaps[name] : gap);
  }

  function named(shown, options) {
    options.timeZone = "UTC";
    return new Intl.DateTimeFormat(data.locale, options).format(shown);
  }

  function bare(shown) {
    var at = new Date(shown), hour = at.getUTCHours(), min = at.getUTCMinutes();
    // Some full hours have names. Midnight ends its day: it is 24:00.
    return !min && form[hour] || fill(min ? form.part : form.whole, {
      h: form.am ? hour % 12 || 12 : hour || (min ? 0 : 24), m: ("0" + min).slice(-2), half: hour < 12 ? form.am : form.pm
    });
  }

  function time(shown) { return fill(form.alone, { time: bare(shown) }); }

  // Midnight belongs to the day that it ends: "until midnight", not "until tomorrow midnight".
  function dayOf(shown) { return Math.floor((shown - 1) / DAY); }

  function dated(shown, now, options) {
    var ahead = dayOf(shown) - Math.floor(now / DAY), style = options.isShort ? "short" : "long";
    if (ahead <= 0) return time(shown);
    if (ahead === 1 && !options.isAway) return fill(words.tomorrow, { time: time(shown) });
    var isNear = ahead < 7, parts = isNear ? { weekday: style } : { weekday: style, day: "numeric", month: style };
    if (ahead > 300) parts.year = "numeric";
    return fill(isNear ? words.onDay : words.onDate, { day: named(dayOf(shown) * DAY, parts), time: time(shown) });
  }

  // A moment in the business's time, and for a visitor whose clock runs otherwise in theirs.
  function moment(at, now, isShort) {
    at = Math.ceil(at / MINUTE) * MINUTE;
    var shown = clock.local(at), theirs = at - new Date(at).getTimezoneOffset() * MINUTE, isAway = theirs !== shown;
    var said = dated(shown, clock.local(now), { isShort, isAway });
    if (!isAway || isShort) return said;
    var yours = time(theirs);
    if (dayOf(theirs) !== dayOf(shown)) yours = fill(words.onDay, { day: named(dayOf(theirs) * DAY, { weekday: "long" }), time: yours });
    return fill(words.yourTime, { time: said, yours });
  }

  function closed(id, now, opens, isShort) {
    var why = isShort ? null : clock.closure(id, now, opens), isToday = why && why.isToday;
    var gaps = { reason: why && why.name, time: opens === null ? "" : moment(opens, now, isShort) };
    if (opens === null) return fill(isToday ? words.closedFor : words.closed, gaps);
    return fill(isToday ? words.closedForOpens : why ? words.opensAfter : words.opens, gaps);
  }

  // Whether a schedule is open: `state` for a lamp, `words` for people. `isAnswered` says it as for a telephone.
  function status(id, now, isShort, isAnswered) {
    if (!clock.knows(now)) return { state: "unsure", words: words.unsure };
    var at = clock.status(id, now);
    if (data.schedules[id].appointment) return { state: "appointment", words: words.appointment };
    if (!at.open) return { state: "closed", words: closed(id, now, at.opens, isShort) };
    var said = isAnswered ? "answered" : "open";
    return { state: "open", words: at.until === null ? words[said] : fill(words[said + "Until"], { time: moment(at.until, now, isShort) }) };
  }

  // When somebody hears who makes contact now; nothing without a promise. An hour by the clock is none while nobody is there.
  function hear(id, now) {
    var channel = data.channels[id], due = channel && clock.knows(now) ? clock.channel(id, now).due : null;
    var isTooSoon = due && channel.hours && due < clock.status(channel.hours, now).opens;
    return !due || isTooSoon ? "" : fill(words[channel.say], { time: moment(due, now) });
  }

  // The moment we believe it is, so that a wrong clock shows.
  function believed(now) {
    var shown = clock.local(now), parts = { weekday: "long", day: "numeric", month: "long" };
    var isKnown = clock.knows(now);
    if (!isKnown) parts.year = "numeric";
    return fill(isKnown ? words.believed : words.unknown, { time: time(shown), day: named(shown, parts), clock: data.clock });
  }

  // Today's own hours, where they differ from those of the week.
  function today(id, now) {
    var why = clock.closure(id, now, null), shifts = clock.today(id, now).map(([from, to]) => fill(form.range, { from: bare(from * MINUTE), to: bare(to * MINUTE) }));
    if (shifts.length) return fill(words.todayHours, { hours: shifts.join(form.comma) });
    return fill(why ? words.todayClosedFor : words.todayClosed, { reason: why && why.name });
  }

  return { status, hear, believed, today };
};
