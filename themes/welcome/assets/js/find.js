// The search itself is fetched only when somebody wants it.
(function () {
  var field = document.querySelector("[data-search]");
  var wanted = field ? field.form.dataset.scripts.split(" ").filter(Boolean) : [];
  function fetch() {
    wanted.splice(0).forEach(function (src) {
      var script = document.createElement("script");
      script.src = src;
      script.async = false;
      document.head.append(script);
    });
  }
  if (!wanted.length) return;
  field.addEventListener("focus", fetch);
  if (document.activeElement === field || /[?&]q=/.test(location.search)) fetch();
})();
