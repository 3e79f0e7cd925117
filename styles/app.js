// Everything works without this file. It moves focus to the summary of errors, so
// that it is read first, and asks before a half-written form is left.
const problems = document.getElementById("problems");
if (problems) problems.focus();

for (const form of document.querySelectorAll("form[data-keep]")) {
  let touched = false;
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("submit", () => { touched = false; });
  window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
}

// What the header has unfolded closes when the reader goes elsewhere.
const folds = document.querySelectorAll(".ff-top details");
document.addEventListener("click", (event) => {
  for (const fold of folds) if (!fold.contains(event.target)) fold.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const fold of folds) if (fold.open) { fold.open = false; fold.querySelector("summary").focus(); }
});
