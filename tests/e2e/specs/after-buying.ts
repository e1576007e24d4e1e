// What the journeys after buying share.
import { expect, type Page } from "@playwright/test";
import { goods } from "./shopping";

export interface Placed {
  order: { id: string; number: string };
  guest_key: string | null;
}

/** Buys `count` different goods, as the shopper who is signed in or as a guest. */
export async function buy(page: Page, count = 1, channel = "checkout"): Promise<Placed> {
  const chosen = (await goods(page)).slice(0, count);
  const lines = chosen.map(({ variant }) => ({ variant, quantity: 1 }));
  const asked = lines.map((line) => `${line.variant}:1`).join(",");
  const cart = await (await page.request.get(`/api/cart?lang=en&lines=${asked}`)).json();
  const { shopper } = await (await page.request.get("/api/session")).json();
  const typed = {
    kind: "typed",
    name: "Mary Lee",
    phone: "13800138000",
    region: "Zhejiang",
    city: "Hangzhou",
    street: "1 Wensan Road",
  };
  const answer = await page.request.post("/api/orders", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: {
      channel,
      lines,
      address: shopper ? { kind: "stored", id: shopper.default_address.id } : typed,
      contact: shopper ? null : "guest@example.com",
      payment: shopper
        ? { kind: "method", id: shopper.default_payment_method.id }
        : { kind: "cash_on_delivery" },
      expected_total: cart.quote.total,
      language: "en",
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** Chooses what the demo's carrier does with an order that was just placed. */
export async function play(page: Page, { order, guest_key }: Placed, scenario: string): Promise<void> {
  const key = guest_key ? `?key=${guest_key}` : "";
  const answer = await page.request.post(`/api/demo/orders/${order.id}/scenario${key}`, {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: { scenario },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A line of the demo shopper's past orders that waits for its review. */
export async function reviewable(page: Page): Promise<{ path: string; slug: string; title: string }> {
  const { items } = await (await page.request.get("/api/orders?lang=en")).json();
  for (const order of items) {
    for (const line of order.lines) {
      if (line.review === "possible") {
        return { path: `/orders/${order.id}/review/${line.id}`, slug: line.slug, title: line.title };
      }
    }
  }
  throw new Error("the demo shopper has nothing to review");
}

/** A picture of `width` × `height`, drawn by the browser, as a JPEG file. */
export async function photo(page: Page, width: number, height: number, name = "photo.jpg") {
  const base64 = await page.evaluate(
    ([width, height]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext("2d")!;
      for (let i = 0; i < 60; i++) {
        context.fillStyle = `hsl(${i * 37} 70% 50%)`;
        context.fillRect((i * 131) % width, (i * 97) % height, width / 6, height / 6);
      }
      return canvas.toDataURL("image/jpeg", 0.9).split(",")[1]!;
    },
    [width, height] as [number, number],
  );
  return { name, mimeType: "image/jpeg", buffer: withExif(Buffer.from(base64, "base64")) };
}

/** What no photo may tell the shop. */
export const SECRET = "SecretCamera";

/** The JPEG with a camera's name in its Exif data. */
function withExif(jpeg: Buffer): Buffer {
  const model = Buffer.from(`${SECRET}\0`);
  const directory = Buffer.alloc(26);
  directory.write("II*\0", 0, "latin1");
  directory.writeUInt32LE(8, 4);
  directory.writeUInt16LE(1, 8);
  directory.writeUInt16LE(0x0110, 10);
  directory.writeUInt16LE(2, 12);
  directory.writeUInt32LE(model.length, 14);
  directory.writeUInt32LE(26, 18);
  const data = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), directory, model]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}
