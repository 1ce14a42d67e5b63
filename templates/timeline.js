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
// The strip's zoom, by its buttons and, while it has the focus, by the keys + - 0; the arrow keys move it, as in any box that scrolls.
(function () {
  "use strict";
  var story = document.getElementById("story"), buttons = document.getElementById("zoom");
  if (!story || !buttons || !CSS.supports("zoom", "2")) return;
  var drawing = story.querySelector(".drawing"), steps = [1, 1.5, 2, 3, 4], at = 0;
  var way = getComputedStyle(story).direction === "rtl" ? -1 : 1; // there a box scrolls to negative numbers
  var by = { "in": 1, "out": -1, "whole": -steps.length }, keys = { "+": "in", "=": "in", "-": "out", "0": "whole" };
  function zoom(how) {
    var middle = (way * story.scrollLeft + story.clientWidth / 2) / steps[at];
    at = Math.max(0, Math.min(steps.length - 1, at + by[how]));
    drawing.style.zoom = steps[at];
    story.scrollLeft = way * (middle * steps[at] - story.clientWidth / 2);
    Array.prototype.forEach.call(buttons.children, function (button) {
      var ends = button.getAttribute("data-zoom") === "in" ? at === steps.length - 1 : at === 0;
      button.setAttribute("aria-disabled", ends ? "true" : "false");
    });
  }
  buttons.addEventListener("click", function (event) {
    var how = event.target.getAttribute("data-zoom");
    if (how) zoom(how);
  });
  story.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys.hasOwnProperty(event.key)) return;
    event.preventDefault();
    zoom(keys[event.key]);
  });
  buttons.hidden = false;
  zoom("whole");
  window.addEventListener("beforeprint", function () { zoom("whole"); }); // paper does not scroll
}());
