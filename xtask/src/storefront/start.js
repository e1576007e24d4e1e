const [script, wasm, lists, product] = document.querySelector("meta[name=app]").content.split(" ");
const [, noun] = location.pathname.split("/");
const part = noun === "p" ? product : ["", "c", "search"].includes(noun) && lists;
let app;
const start = () => {
  // Beside the app itself; if it can't be had now, the app asks again, and tells.
  if (!app && part) fetch(part).catch(() => {});
  app ??= import(script)
    .then(({ default: init }) => init({ module_or_path: wasm }))
    .catch(() => { app = null; });
};
if (document.documentElement.dataset.firstScreen) {
  for (const type of ["pointerdown", "keydown", "touchstart"]) {
    addEventListener(type, start, { capture: true, passive: true });
  }
  const idle = () => (window.requestIdleCallback ?? setTimeout)(start);
  document.readyState === "complete" ? idle() : addEventListener("load", idle);
} else start();
