// Whether we are there, and when an answer is due: what `welcomemat when` says, worked out from the live data alone.
// A moment is a number of milliseconds since 1970. No rule of a time zone is needed, nor the zone of the machine we run on.
welcomemat.clock = function (data) {
  var MINUTE = 6e4, DAY = 864e5, read = {};

  function offset(at) {
    var i = data.offsets.length - 1;
    while (i > 0 && data.offsets[i][0] * MINUTE > at) i--;
    return data.offsets[i][1] * MINUTE;
  }

  // What the business's clock shows, as a moment of a clock that runs by UTC.
  function local(at) { return at + offset(at); }

  function day(at) { return Math.floor(local(at) / DAY); }

  // When the business's clock shows this: the first time if it does so twice, as much later if it never does.
  function instant(shown) {
    for (var i = 0; ; i++) {
      var at = shown - data.offsets[i][1] * MINUTE, next = data.offsets[i + 1];
      if (next && at >= next[0] * MINUTE) continue;
      var skipped = i > 0 && at < data.offsets[i][0] * MINUTE;
      return skipped ? shown - data.offsets[i - 1][1] * MINUTE : at;
    }
  }

  // The days of a schedule, each with its shifts. See src/publish/live/coded.rs for how they are written.
  function days(id) {
    if (read[id]) return read[id];
    var start = data.from, found = read[id] = [];
    var written = data.schedules[id] && data.schedules[id].shifts;
    (written ? written.split(" ") : []).forEach(word => {
      var parts = word.split("*");
      for (var times = parts[1] || 1; times > 0; times--) {
        var shifts = parts[0].split(",").map(shift => {
          var numbers = shift.split("+");
          start += +numbers[0];
          return [start * MINUTE, (start + +numbers[1]) * MINUTE];
        });
        found.push({ day: day(shifts[0][0]), shifts });
      }
    });
    return found;
  }

  // Last night's shift may still run; past the horizon nothing is promised.
  function around(id, at) {
    var today = day(at);
    return days(id).filter(it => it.day >= today - 1 && it.day <= today + data.horizon);
  }

  function shifts(id, at) {
    return around(id, at).flatMap(it => it.shifts);
  }

  function status(id, at) {
    var end = null;
    for (var [from, to] of shifts(id, at)) {
      if (end !== null && from > end) break;
      if (end !== null) end = Math.max(end, to);
      else if (from > at) return { open: false, until: null, opens: from };
      else if (at < to) end = to;
    }
    // What never closes has no end that anybody knows.
    var isKnown = end !== null && day(end) <= day(at) + data.horizon;
    return { open: end !== null, until: isKnown ? end : null, opens: null };
  }

  function businessTime(id, at, left) {
    var counted = at;
    for (var [from, to] of shifts(id, at)) {
      var start = Math.max(from, counted), length = to - start;
      if (length <= 0) continue;
      if (left <= length) return start + left;
      left -= length;
      counted = to;
    }
    return null;
  }

  function businessDays(id, at, count) {
    var today = day(at);
    var ahead = around(id, at).filter(it => it.day >= today && at < it.shifts[0][0])[count - 1];
    return ahead ? Math.max(...ahead.shifts.map(shift => shift[1])) : null;
  }

  function monthsLater(shown, count) {
    var then = new Date(shown), date = then.getUTCDate();
    then.setUTCDate(1);
    then.setUTCMonth(then.getUTCMonth() + count);
    var last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
    return then.setUTCDate(Math.min(date, last));
  }

  function due(id, count, unit, at) {
    switch (unit) {
      case "minutes": return at + count * MINUTE;
      case "days": return instant(local(at) + count * DAY);
      case "months": return instant(monthsLater(local(at), count));
      case "business minutes": return businessTime(id, at, count * MINUTE);
      case "business days": return businessDays(id, at, count);
    }
    return null;
  }

  function channel(id, at) {
    var it = data.channels[id];
    return {
      open: !it.hours || status(it.hours, at).open,
      due: it.promise ? due(it.counts || it.hours, it.promise[0], it.promise[1], at) : null,
    };
  }

  // The closure behind a closed door: today's, else one that lies between now and the next opening.
  function closure(id, at, opens) {
    var today = day(at), before = opens === null ? today + 1 : Math.max(day(opens), today + 1);
    var found = data.closures.find(it => it[0] < before && it[0] + it[1] > today && it[3].split(" ").includes(id));
    return found && { name: found[2], isToday: found[0] <= today };
  }

  // Today's shifts, in minutes of the business's clock from midnight.
  function today(id, at) {
    var date = day(at), own = days(id).find(it => it.day === date);
    return (own ? own.shifts : []).map(shift => shift.map(bound => (local(bound) - date * DAY) / MINUTE));
  }

  function knows(at) { return at >= data.from * MINUTE && at < data.until * MINUTE; }

  return { local, day, status, channel, closure, today, knows };
};
