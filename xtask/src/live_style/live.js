// Development only, put into the page by `cargo xtask serve`: the sheets of style/ in
// elements of their own, each replaced when it is saved.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const elements = new Map();
  let notice;

  const show = ({ sheets, fault }) => {
    for (const { name, css } of sheets) {
      // The browser's tools name it by its file.
      const text = `${css}\n/*# sourceURL=${name} */`;
      let style = elements.get(name);
      if (!style) {
        style = document.createElement("style");
        style.dataset.sheet = name;
        document.head.append(style);
        elements.set(name, style);
      }
      if (style.textContent !== text) style.textContent = text;
    }
    tell(fault);
    if (sheets.length) dispatchEvent(new Event("vitrine-style"));
  };

  // In the top layer, above dialogs, and with looks of its own: the sheet that went
  // wrong could be any.
  const tell = (fault) => {
    if (!fault && !notice) return;
    if (!notice) {
      notice = document.createElement("div");
      notice.id = "style-fault";
      notice.popover = "manual";
      const pre = document.createElement("pre");
      pre.style.cssText =
        "margin:0;padding:12px 16px;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;" +
        "max-height:40vh;overflow:auto;color:#fff;background:#7f1d1d";
      notice.attachShadow({ mode: "open" }).append(pre);
      notice.style.cssText = "position:fixed;inset:auto 0 0 0;width:100%;margin:0;padding:0;border:0";
    }
    notice.shadowRoot.firstChild.textContent = `style/: the page keeps the last good sheet\n\n${fault}`;
    notice.remove();
    if (!fault) return;
    document.documentElement.append(notice);
    notice.showPopover();
  };

  // Those that Trunk has put there are as old as its last build.
  for (const old of document.querySelectorAll("head > style, head > link[rel=stylesheet]")) old.remove();
  show(__STATE__);
  new EventSource(`${origin}/events`).onmessage = ({ data }) => show(JSON.parse(data));
})();
