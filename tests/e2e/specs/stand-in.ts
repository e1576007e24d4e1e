// The shop behind an address of a test's own, where it can be given another service worker.
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface StandIn {
  url: string;
  /** What is served as the worker from now on, made from the shop's own. */
  worker: (own: string) => string;
  close(): void;
}

export async function standIn(shop: string): Promise<StandIn> {
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers };
    // Text that can be changed, and no answer that it has not changed.
    if (asked.url === "/sw.js") {
      delete headers["accept-encoding"];
      delete headers["if-none-match"];
    }
    const passed = request(new URL(asked.url ?? "/", shop), { method: asked.method, headers }, async (own) => {
      if (asked.url !== "/sw.js") {
        answer.writeHead(own.statusCode ?? 502, own.headers);
        own.pipe(answer);
        return;
      }
      const text = (await own.toArray()).join("");
      const { "content-length": _, etag: __, ...rest } = own.headers;
      answer.writeHead(200, rest).end(it.worker(text));
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const it: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    worker: (own) => own,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return it;
}
