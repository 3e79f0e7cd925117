// Everything works without this file. It moves focus to the summary of errors, so
// that it is read first, asks before a half-written form is left, and shows the
// buttons that print or copy.
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

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    // It stays marked, so that the keyboard can copy it where the browser will not.
    window.getSelection().selectAllChildren(text);
    if (!navigator.clipboard) return; // not over plain http
    await navigator.clipboard.writeText(text.innerText);
    document.getElementById(`${text.id}-copied`).textContent = button.dataset.done;
  });
}

// A form whose answer follows the numbers as they are moved: each has a handle, the
// answer is fetched, and the address is that of what is shown.
for (const form of document.querySelectorAll("form[data-live]")) {
  let waits, asked = new AbortController();
  const follow = async () => {
    asked.abort();
    asked = new AbortController();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return; // what is wrong is said when the form is sent
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const parts = page.querySelectorAll("[data-answer]");
      document.querySelectorAll("[data-answer]").forEach((old, i) => parts[i] && old.replaceChildren(...parts[i].childNodes));
      form.querySelector("[data-say]").textContent = document.querySelector("h1").textContent;
      history.replaceState(null, "", address);
    } catch (refused) {
      if (refused.name !== "AbortError") form.requestSubmit();
    }
  };
  const later = () => { clearTimeout(waits); waits = setTimeout(follow, 150); };
  for (const handle of form.querySelectorAll("[data-slides]")) {
    const field = document.getElementById(handle.dataset.slides);
    handle.hidden = false;
    handle.addEventListener("input", () => { field.value = handle.value; later(); });
    field.addEventListener("input", () => {
      const said = Number(field.value.replace(/\s/g, ""));
      if (!Number.isFinite(said)) return;
      handle.max = Math.max(handle.max, said);
      handle.value = said;
      later();
    });
  }
}
