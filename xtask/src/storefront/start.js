const [script, wasm, lists, product] = document.querySelector("meta[name=app]").content.split(" ");
const [, noun] = location.pathname.split("/");
const part = noun === "p" ? product : ["", "c", "search"].includes(noun) && lists;
let app;
const start = () => {
  // Beside the app itself; if it can't be had now, the app asks again, and tells.
  if (!app && part) fetch(part).catch(() => {});
  app ??= begin().catch(() => { app = null; });
};
// Compiled in one task and begun in another, so that a tap gets its turn in between. Where
// it can't be compiled as it comes, the script knows other ways.
const begin = async () => {
  // What for, it says itself. Not before: the browser lays out and paints the page.
  new Worker("/formats.js", { name: document.documentElement.lang });
  const compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm);
  const { default: init } = await import(script);
  const module_or_path = await compiled;
  await new Promise((next) => setTimeout(next));
  return init({ module_or_path });
};
if (document.documentElement.dataset.firstScreen) {
  for (const type of ["pointerdown", "keydown", "touchstart"]) {
    addEventListener(type, start, { capture: true, passive: true });
  }
  const idle = () => (window.requestIdleCallback ?? setTimeout)(start);
  document.readyState === "complete" ? idle() : addEventListener("load", idle);
} else start();
