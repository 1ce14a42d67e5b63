// The timeline's filter: without it every row is there. Rows and marks of one event bear the same data-event.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll("#timeline tr[data-event]"));
  var marks = Array.prototype.slice.call(document.querySelectorAll("#timeline svg [data-event]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("#timeline tbody"));
  var shown = document.getElementById("filter-shown");
  var pattern = shown.getAttribute("data-shown");
  function fits(row, name) {
    var wanted = form.elements[name].value;
    return wanted === "" || (" " + row.getAttribute("data-" + name) + " ").indexOf(" " + wanted + " ") !== -1;
  }
  function apply() {
    var kept = {}, count = 0;
    rows.forEach(function (row) {
      row.hidden = !(fits(row, "source") && fits(row, "place") && fits(row, "certainty"));
      if (!row.hidden) { kept[row.getAttribute("data-event")] = true; count += 1; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("tr[data-event]:not([hidden])"); });
    marks.forEach(function (mark) { mark.style.display = kept[mark.getAttribute("data-event")] ? "" : "none"; });
    shown.textContent = pattern.replace("{shown}", count).replace("{all}", rows.length);
  }
  form.addEventListener("change", apply);
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  apply();
}());
