import { SECRET, photo, reviewable } from "./after-buying";
import { accessible, expect, signInAsDemo, test } from "./support";

// Photos are decoded and written at several widths by the server.
const UPLOADED = { timeout: 60_000 };

test.describe.configure({ timeout: 180_000 });

test("a review with photos survives a reload, and then stands on the product's page", async ({ page }) => {
  await signInAsDemo(page);
  const { path, slug } = await reviewable(page);
  const words = `Kept its shape after a month of use, ${Date.now()}.`;
  const before = await (await page.request.get(`/api/products/${slug}?lang=en`)).json();
  await page.goto(path);
  await accessible(page);

  // What is missing is said, and the focus goes there.
  await page.getByRole("button", { name: "Publish review" }).click();
  await expect(page.getByText("Choose your stars first")).toBeVisible();
  await expect(page.getByRole("radio", { name: "1 out of 5 stars" }).first()).toBeFocused();

  const overall = page.getByRole("group", { name: "Overall" });
  await overall.getByRole("radio", { name: "4 out of 5 stars" }).check({ force: true });
  await page.getByRole("group", { name: "Value" }).getByRole("radio", { name: "3 out of 5 stars" }).check({ force: true });
  await page.getByLabel("How is it?").fill("abc");
  await page.getByRole("button", { name: "Publish review" }).click();
  await expect(page.getByText("A little more, please")).toBeVisible();
  await expect(page.getByLabel("How is it?")).toBeFocused();
  await page.getByLabel("How is it?").fill(words);

  const sent: Buffer[] = [];
  await page.route("**/api/uploads", async (route) => {
    sent.push(route.request().postDataBuffer() ?? Buffer.alloc(0));
    await route.continue();
  });
  await page.getByLabel("Add photos").setInputFiles([
    await photo(page, 3000, 2000, "one.jpg"),
    await photo(page, 900, 1200, "two.jpg"),
  ]);
  await expect(page.getByRole("img", { name: "photo 2 uploaded" })).toBeVisible(UPLOADED);
  for (const bytes of sent) {
    expect(bytes.includes(SECRET), "metadata leaves the device").toBe(false);
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
  }

  await page.reload();
  await expect(page.getByLabel("How is it?")).toHaveValue(words);
  await expect(overall.getByRole("radio", { name: "4 out of 5 stars" })).toBeChecked();
  await expect(page.getByRole("img", { name: /uploaded/ })).toHaveCount(2);
  await accessible(page);

  await page.getByRole("button", { name: "Publish review" }).click();
  const thanks = page.getByRole("heading", { level: 1 });
  await expect(thanks).toHaveText("Thank you for your review");
  await expect(thanks).toBeFocused();
  await expect(thanks).toBeInViewport();
  await accessible(page);
  await page.getByRole("link", { name: "See the product’s reviews" }).click();
  const own = page.locator("#reviews").getByRole("article").filter({ hasText: words });
  // The most helpful come first; a new one is found among its stars.
  await page.getByRole("link", { name: /^4 stars/ }).click();
  await expect(page).toHaveURL(/rating=4/);
  await expect(own).toBeVisible();
  await expect(own.getByText("Verified purchase")).toBeVisible();
  await expect(own.getByRole("img")).toHaveCount(2);
  await own.getByRole("button").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await accessible(page);
  const after = await (await page.request.get(`/api/products/${slug}?lang=en`)).json();
  expect(after.review_summary.histogram[3]).toBe(before.review_summary.histogram[3] + 1);
  const count = page.getByText(`${after.review_summary.rating.count} reviews`, { exact: true });
  await expect(count.first()).toBeVisible();

  // Once is enough.
  await page.goto(path);
  await expect(page.getByText("You’ve already reviewed this")).toBeVisible();
});

test("an upload can be called off, tried again, and a file that is no photo is told", async ({ page }) => {
  await signInAsDemo(page);
  const { path } = await reviewable(page);
  await page.goto(path);
  await page.getByLabel("Add photos").setInputFiles([
    { name: "text.jpg", mimeType: "image/jpeg", buffer: Buffer.from("not a picture") },
  ]);
  await expect(page.getByRole("alert").filter({ hasText: "can’t be opened" })).toBeVisible();
  await page.getByRole("button", { name: "Remove photo 1" }).click();

  const keys: string[] = [];
  await page.route("**/api/uploads", async (route) => {
    keys.push(route.request().headers()["idempotency-key"] ?? "");
    if (keys.length === 1) return route.abort("connectionreset");
    await route.continue();
  });
  await page.getByLabel("Add photos").setInputFiles([await photo(page, 600, 400)]);
  await page.getByRole("button", { name: "Upload photo 2 again" }).click(UPLOADED);
  await expect(page.getByRole("img", { name: "photo 1 uploaded" })).toBeVisible(UPLOADED);
  expect(keys[1]).toBe(keys[0]);

  // One that hangs is called off, and publishing waits for nobody.
  await page.unroute("**/api/uploads");
  await page.route("**/api/uploads", () => undefined);
  await page.getByLabel("Add photos").setInputFiles([await photo(page, 600, 400)]);
  await expect(page.getByText("Wait until the photos are uploaded")).toBeVisible();
  await page.getByRole("button", { name: "Cancel uploading photo 3" }).click();
  await expect(page.getByText("Wait until the photos are uploaded")).toHaveCount(0);
});

test("no more than nine photos fit", async ({ page }) => {
  await signInAsDemo(page);
  const { path } = await reviewable(page);
  await page.goto(path);
  await page.route("**/api/uploads", () => undefined);
  const one = await photo(page, 60, 40);
  await page.getByLabel("Add photos").setInputFiles(Array.from({ length: 11 }, () => one));
  await expect(page.getByText("Only 9 photos fit")).toBeVisible();
  await expect(page.getByText("That’s 9 photos already")).toBeVisible();
});

test("the server's refusal is told kindly, and the draft stays", async ({ page }) => {
  await signInAsDemo(page);
  const { path } = await reviewable(page);
  await page.goto(path);
  await page.getByRole("group", { name: "Overall" }).getByRole("radio", { name: "5 out of 5 stars" }).check({ force: true });
  await page.getByLabel("How is it?").fill("Does what it says.");
  const problem = {
    type: "/problems/review_too_soon",
    title: "Too soon",
    status: 409,
    detail: "",
    code: "review_too_soon",
  };
  await page.route("**/review?*", (route) => route.fulfill({ status: 409, json: problem, contentType: "application/problem+json" }));
  await page.route("**/review", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    return route.fulfill({ status: 409, json: problem, contentType: "application/problem+json" });
  });
  await page.getByRole("button", { name: "Publish review" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(page.getByLabel("How is it?")).toHaveValue("Does what it says.");
  await page.reload();
  await expect(page.getByLabel("How is it?")).toHaveValue("Does what it says.");
});
