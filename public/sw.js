// Takes the shop's service worker, with all that it kept, out of this browser. A release
// has the real one in its place, unless VITRINE_SERVICE_WORKER is off.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const forget = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(forget());
});
