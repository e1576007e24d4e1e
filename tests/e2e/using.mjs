// The shop in use, as numbers: what a shopper does, and how long until they see it.
// Usage: node using.mjs <address of the shop> <Chromium> <its flags …>; prints JSON.
// Times are milliseconds from a tap to the frame after which its answer is on the screen.
import { chromium } from "@playwright/test";

const [shop, executablePath, ...args] = process.argv.slice(2);
const LIST = "/c/plants";
const PRODUCT = "/p/hand-trowel";
/** As many as the list has products, so that each is opened once. */
const ROUNDS = 9;
const VISITS = 5;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const results = [];
const note = (what, rate, values) => results.push({ what, rate, values });
const browser = await chromium.launch({ executablePath, args });

/** A phone's page, perhaps of somebody who saves data and is given nothing ahead of time. */
async function phone(savesData = false) {
  const context = await browser.newContext({ ...PHONE, locale: "en-US" });
  if (savesData) {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { get: () => ({ saveData: true }) }),
    );
  }
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const fetched = new Set();
  page.on("requestfinished", (request) => fetched.add(new URL(request.url()).pathname));
  return {
    page,
    devtools,
    throttle: (rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate }),
    async has(path) {
      while (!fetched.has(path)) await page.waitForEvent("requestfinished");
    },
    close: () => context.close(),
  };
}

/** A list that is awake in whole. */
const awake = (page) =>
  page.waitForFunction(() => {
    const places = [...document.querySelectorAll(".product-tile__actions")];
    return places.length > 0 && places.every((place) => place.querySelector("button"));
  });

/** Runs `press` in the page, and waits there, frame by frame, until `look` gives something else. */
const timed = (page, press, look, at = 0) =>
  page.evaluate(`new Promise((done) => {
    const [press, look] = [${press}, ${look}];
    const before = look();
    const start = performance.now();
    press(${at});
    const frame = () =>
      look() === before ? requestAnimationFrame(frame) : done(performance.now() - start);
    requestAnimationFrame(frame);
  })`);

const openTile = (at) => document.querySelectorAll(".product-tile__link")[at].click();
const title = () => document.querySelector(".product-page__title")?.textContent;
/** What can be bought for it: the page is there in whole. */
const price = () => document.querySelector(".product-page__buy .price")?.textContent;
const count = () => document.querySelector(".tab-bar__badge")?.textContent;

async function listToProduct(rate, isPrefetched, what, look) {
  const { page, throttle, has, close } = await phone(!isPrefetched);
  await page.goto(shop + LIST);
  await awake(page);
  await throttle(rate);
  const values = [];
  for (let round = 0; round < ROUNDS; round++) {
    const link = page.locator(".product-tile__link").nth(round);
    // A finger taps what is on the screen.
    await link.scrollIntoViewIfNeeded();
    if (isPrefetched) {
      await link.dispatchEvent("pointerover");
      await has(`/api/products/${(await link.getAttribute("href")).split("/").pop()}`);
      // A finger takes longer from its touch to its tap.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
    }
    values.push(await timed(page, openTile, look, round));
    await page.locator(".product-page__cart .button").waitFor();
    await page.goBack();
    await awake(page);
  }
  note(`list to product's ${what}, ${isPrefetched ? "prefetched" : "not prefetched"}`, rate, values);
  await close();
}

async function addToCart(rate) {
  const { page, throttle, close } = await phone();
  await page.goto(shop + LIST);
  await awake(page);
  await throttle(rate);
  const add = (at) => document.querySelectorAll(".product-tile__actions .icon-button")[at].click();
  const values = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await timed(page, add, count, round));
  note("add to cart to its count", rate, values);
  await close();
}

async function chooseVariant(rate) {
  const { page, throttle, close } = await phone();
  await page.goto(`${shop}/p/laptop`);
  await page.locator(".product-page__cart .button").waitFor();
  await throttle(rate);
  const choose = (at) => {
    const chips = document.querySelector(".variant-picker__option").querySelectorAll("button");
    chips[(at + 1) % 2].click();
  };
  const values = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await timed(page, choose, price, round));
  note("choice of a variant to its price", rate, values);
  await close();
}

/** The first tap that can be made: as soon as the button is on the screen. */
async function firstTap(rate) {
  const values = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const { page, throttle, close } = await phone();
    await throttle(rate);
    await page.goto(shop + PRODUCT, { waitUntil: "commit" });
    await page.locator(".product-page__cart .button").waitFor();
    const add = () => document.querySelector(".product-page__cart .button").click();
    values.push(await timed(page, add, count));
    await close();
  }
  note("first tap, as soon as it can be made, to the cart's count", rate, values);
}

async function returningPurchase() {
  const { page, close } = await phone();
  await page.goto(`${shop}/sign-in`);
  await page.getByRole("button", { name: "Continue as demo shopper" }).click();
  await page.waitForURL(`${shop}/`);
  await page.goto(shop + LIST);
  await awake(page);
  // Another one each time: an order stands in the place of its button until it can be undone no more.
  const products = await page.locator(".product-tile__link").evaluateAll((links) => links.map((link) => link.href));
  const [times, requests] = [[], []];
  for (const product of products.slice(0, VISITS)) {
    await page.goto(product);
    await page.locator(".product-page__actions .button--primary:enabled").waitFor();
    let sent = 0;
    const counted = (request) => {
      sent += Number(request.method() !== "GET");
    };
    page.on("request", counted);
    const buy = () => document.querySelector(".product-page__actions .button--primary").click();
    const placed = () => document.querySelector(".order-placed") !== null;
    times.push(await timed(page, buy, placed));
    page.off("request", counted);
    requests.push(sent);
  }
  note("one click to the placed order", 1, times);
  note("requests of one click", 1, requests);
  await close();
}

async function heap() {
  const { page, devtools, close } = await phone();
  await page.goto(shop + LIST);
  await awake(page);
  const used = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return page.evaluate(() => performance.memory.usedJSHeapSize);
  };
  const visit = async (from, until) => {
    for (let at = from; at < until; at++) {
      await page.evaluate(`(${openTile})(${at % ROUNDS})`);
      await page.locator(".product-page__cart .button").waitFor();
      await page.goBack();
      await awake(page);
    }
  };
  await visit(0, 5);
  const early = await used();
  await visit(5, 50);
  note("heap after 50 visits, beside that after 5", 1, [(await used()) / early]);
  await close();
}

for (const rate of [1, 4]) {
  for (const isPrefetched of [true, false]) {
    await listToProduct(rate, isPrefetched, "title", title);
    await listToProduct(rate, isPrefetched, "price", price);
  }
  await addToCart(rate);
  await chooseVariant(rate);
  await firstTap(rate);
}
await returningPurchase();
await heap();
await browser.close();
console.log(JSON.stringify(results));
