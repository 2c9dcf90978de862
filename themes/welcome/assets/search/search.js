// Search as you type: under the field on every page, and on the A–Z in its place. MiniSearch stands before this, the data before that.
// How words are made comparable is repeated, letter for letter, from src/render/search/terms.rs.
(function () {
  var data = window.welcomematSearch, field = document.querySelector("[data-search]");
  if (!data || !field) return;
  var labels = data.labels, kinds = { p: labels.page, t: labels.topic, q: labels.question };
  var top = new URL("../", document.currentScript.src).href;
  var page = document.querySelector("[data-search-results]");
  var close = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{2fa1f}]/u;
  var alone = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "'": "", "’": "", "ʼ": "", "ة": "ه", "ى": "ي", "\u0640": "" };
  "٠١٢٣٤٥٦٧٨٩".split("").forEach(function (digit, value) { alone[digit] = String(value); });

  function runs(word) {
    if (!close.test(word)) return [word];
    var found = [], letters = Array.from(word), start = 0;
    for (var at = 1; at <= letters.length; at++) {
      if (at < letters.length && close.test(letters[at]) === close.test(letters[start])) continue;
      if (at - start > 1 && close.test(letters[start])) {
        for (var i = start; i < at - 1; i++) found.push(letters[i] + letters[i + 1]);
      } else found.push(letters.slice(start, at).join(""));
      start = at;
    }
    return found;
  }
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase()
      .replace(/[ßæœøłđı'’ʼةى\u0640\u0660-\u0669]/g, function (letter) { return alone[letter]; });
  }
  function terms(text) {
    return fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).flatMap(runs);
  }

  var options = {
    fields: ["title", "also", "text", "on"], tokenize: terms, processTerm: function (term) { return term; },
    searchOptions: {
      boost: { title: 3, also: 3 },
      prefix: function (term) { return term.length > 2; },
      fuzzy: function (term) { return term.length > 3 ? 1 : false; },
      boostTerm: function (term) { return term.length > 3 ? 1 : 0.4; },
      weights: { fuzzy: 0.3, prefix: 0.5 },
      boostDocument: function (id) { return data.entries[id][2] === "q" ? 1.2 : 1; }
    }
  };
  var index;
  if (data.index) index = MiniSearch.loadJS(data.index, options);
  else {
    index = new MiniSearch(options);
    index.addAll(data.entries.map(function (entry, id) {
      return { id: id, title: entry[0], also: entry[5], text: entry[4], on: entry[3] };
    }));
  }
  function isKnown(term) { return index.search(term, { prefix: false, fuzzy: false }).length > 0; }
  // Two letters that changed places are one slip to people, and two to whoever counts letters.
  function righted(term) {
    if (term.length < 4 || isKnown(term)) return term;
    var found = [];
    for (var at = 0; at < term.length - 1; at++) {
      var swapped = term.slice(0, at) + term[at + 1] + term[at] + term.slice(at + 2);
      if (swapped !== term && isKnown(swapped)) found.push(swapped);
    }
    return found.length ? found : term;
  }
  function search(typed) {
    var words = terms(typed).map(righted).flat().join(" ");
    // Words that all stand together come first; those that stand alone help only when nothing holds them all.
    var all = index.search(words, { combineWith: "AND" }), any = index.search(words), seen = {};
    all.forEach(function (hit) { seen[hit.id] = true; });
    var whole = all.length && all[0].score > (any[0] ? any[0].score * 0.5 : 0);
    return (whole ? all.concat(any.filter(function (hit) { return !seen[hit.id]; })) : any).slice(0, 8);
  }

  // For tests and for whoever wants to know: the same words, the same order.
  window.welcomematSearch = { terms: terms, index: index, search: function (words) {
    return search(words).map(function (hit) { return data.entries[hit.id][1]; });
  } };

  var panel = document.createElement("div"), status = document.createElement("p"), list = document.createElement("ol");
  panel.className = page ? "found found-here" : "found";
  panel.hidden = true;
  status.className = page ? "found-count" : "unseen";
  status.setAttribute("role", "status");
  list.className = "found-list";
  panel.append(list);
  if (page) { page.prepend(panel); panel.before(status); } else field.form.after(panel, status);

  function element(name, cls, text) {
    var made = document.createElement(name);
    if (cls) made.className = cls;
    if (text) made.textContent = text;
    return made;
  }
  // The words as they stand, those that were searched marked.
  function marked(into, text, words) {
    text.split(/([\p{Alphabetic}\p{N}'’ʼ]+)/u).forEach(function (part) {
      var folded = fold(part), hit = part.length > 3 && words.indexOf(folded) >= 0;
      into.append(hit ? element("mark", "", part) : part);
    });
    return into;
  }
  // The answer from its beginning, or from a little before the first word that was searched.
  function excerpt(text, words) {
    var parts = text.split(" ");
    var at = parts.findIndex(function (part) { return terms(part).some(function (term) { return words.indexOf(term) >= 0; }); });
    var from = at > 24 ? at - 8 : 0;
    return (from ? "… " : "") + parts.slice(from, from + 34).join(" ") + (parts.length > from + 34 && !/…$/.test(parts[parts.length - 1]) ? " …" : "");
  }
  function item(hit) {
    var entry = data.entries[hit.id], row = element("li"), link = element("a", "found-one");
    link.href = top + entry[1];
    link.append(marked(element("b"), entry[0], hit.terms));
    link.append(element("span", "quiet", entry[3] || kinds[entry[2]]));
    if (entry[4]) link.append(marked(element("span", "found-text"), excerpt(entry[4], hit.terms), hit.terms));
    row.append(link);
    return row;
  }
  function nothing(words) {
    var row = element("li", "found-none");
    row.append(element("p", "", labels.nothing.replace("{words}", words)));
    if (data.ask) {
      var link = element("a", "", labels.ask);
      link.href = top + data.ask + "?q=" + encodeURIComponent(words);
      row.append(link);
    }
    return row;
  }
  function show() {
    var words = field.value.trim();
    list.textContent = "";
    if (!terms(words).length) { panel.hidden = true; status.textContent = ""; return; }
    var hits = search(words);
    hits.forEach(function (hit) { list.append(item(hit)); });
    if (!hits.length) list.append(nothing(words));
    panel.hidden = false;
    status.textContent = !hits.length ? labels.nothing.replace("{words}", words)
      : counted(hits.length);
  }
  // Languages count in up to six ways.
  function counted(count) {
    var category = window.Intl && Intl.PluralRules ? new Intl.PluralRules(document.documentElement.lang).select(count) : "other";
    return (labels.found[category] || labels.found.other).replace("{count}", count);
  }
  function isOurs(target) { return field.form.contains(target) || panel.contains(target); }
  function links() { return Array.from(list.querySelectorAll("a")); }
  function hide() { if (!page) panel.hidden = true; }

  field.addEventListener("input", show);
  field.addEventListener("focus", function () { if (field.value) show(); });
  field.form.addEventListener("submit", function (event) {
    var first = links()[0];
    if (!first || !terms(field.value).length) return;
    event.preventDefault();
    if (list.querySelector(".found-one")) { hide(); location.href = first.href; } else first.focus();
  });
  document.addEventListener("keydown", function (event) {
    var all = links(), at = all.indexOf(document.activeElement);
    if (panel.hidden || (document.activeElement !== field && at < 0)) return;
    if (event.key === "Escape") {
      hide();
      field.focus();
      hide();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? field : all[Math.min(next, all.length - 1)]).focus();
    }
  });
  if (!page) document.addEventListener("focusin", function (event) {
    if (!isOurs(event.target)) hide();
  });
  document.addEventListener("click", function (event) {
    if (!page && !isOurs(event.target)) hide();
  });

  var asked = new URLSearchParams(location.search).get("q");
  if (page && asked && !field.value) field.value = asked;
  if (document.activeElement === field || page && asked) show();
})();
