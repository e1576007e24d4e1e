// The shop without a network; docs/adr/0010 tells what is kept, and why. The build puts
// RELEASE and FILES in: a hash of the whole release, and the paths of its files.
const SHELL = "/index.html";
const CURRENT = `vitrine-release-${RELEASE}`;
const ANSWERS = "vitrine-seen-answers";
const PICTURES = "vitrine-seen-pictures";
const HASHED = /^\/[\w-]+-[\da-f]{16}\.\w+$/;

const find = (key, cacheName) => caches.match(key, { cacheName, ignoreVary: true });
const isPublic = (answer) => answer.ok && /\bpublic\b/.test(answer.headers.get("cache-control"));

const keep = async (name, most, key, answer) => {
  const cache = await caches.open(name);
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -most).map((oldest) => cache.delete(oldest)));
};
const keepAnswer = (key, answer) => keep(ANSWERS, 100, key, answer);

// A page that the server has written holds the answers from which it was written.
const keepPage = async (page) => {
  if (!isPublic(page)) return;
  const html = await page.clone().text();
  for (const [, path, body] of html.matchAll(/data-path="([^"]+)">([^<]+)/g)) {
    await keepAnswer(path.replaceAll("&amp;", "&"), new Response(body));
  }
};

const navigation = async (event) => {
  // At most the page that is being left is open.
  const { waiting } = registration;
  if (waiting && (await clients.matchAll()).length < 2) waiting.postMessage(0);
  try {
    const page = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(keepPage(page));
    return page;
  } catch {
    return find(SHELL, CURRENT);
  }
};

const file = async ({ request }) =>
  (await find(request, CURRENT)) ?? (await find(request)) ?? fetch(request);

const picture = async (event) => {
  const { request } = event;
  const kept = await find(request, PICTURES);
  if (kept) return kept;
  const answer = await fetch(request);
  if (isPublic(answer)) event.waitUntil(keep(PICTURES, 150, request, answer.clone()));
  return answer;
};

const reading = async (event) => {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (isPublic(answer)) event.waitUntil(keepAnswer(request, answer.clone()));
    return answer;
  } catch (lost) {
    const kept = await find(request, ANSWERS);
    if (kept) return kept;
    throw lost;
  }
};

// Who answers; whatever is personal, and every write, goes past this worker.
const way = ({ method, mode, url }) => {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") return /^\/(api|media)\//.test(pathname) ? undefined : navigation;
  if (FILES.includes(pathname) || HASHED.test(pathname)) return file;
  if (pathname.startsWith("/media/")) return picture;
  if (/^\/api\/(home|products)(\/|$)/.test(pathname)) return reading;
};

addEventListener("fetch", (event) => {
  const answer = way(event.request)?.(event);
  if (answer) event.respondWith(answer);
});

const install = async () => {
  const release = await caches.open(CURRENT);
  // What has no hash in its name may be old in the browser's own cache.
  await release.addAll(
    FILES.map((path) => (HASHED.test(path) ? path : new Request(path, { cache: "no-cache" }))),
  );
  // The pages that are open came before this worker.
  const open = await clients.matchAll({ includeUncontrolled: true });
  await Promise.allSettled(open.map(async ({ url }) => keepPage(await fetch(url))));
};

const activate = async () => {
  await registration.navigationPreload?.enable();
  // A tab of the release before this one may still need its files.
  const releases = (await caches.keys()).filter((name) => name.startsWith("vitrine-release-"));
  await Promise.all(releases.slice(0, -2).map((name) => caches.delete(name)));
  await clients.claim();
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", () => skipWaiting());
