// The one name our scripts share. hours.js, the live data, ran before and gave it its `hours`.
var welcomemat = window.welcomemat || {};
