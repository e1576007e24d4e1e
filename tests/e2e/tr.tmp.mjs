import { chromium } from "@playwright/test";
const [shop, n="3"] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: process.env.VITRINE_CHROMIUM, args: ["--no-sandbox","--disable-gpu","--disable-dev-shm-usage"] });
const ctx = await b.newContext({ viewport:{width:390,height:844}, isMobile:true, hasTouch:true, deviceScaleFactor:2, locale:"en-US" });
const page = await ctx.newPage();
const c = await ctx.newCDPSession(page);
await page.goto(shop + "/c/plants");
await page.waitForFunction(() => { const p=[...document.querySelectorAll(".product-tile__actions")]; return p.length>0 && p.every(x=>x.querySelector("button")); });
await page.waitForTimeout(4000);
for (let r=0;r<+n;r++){
  await page.locator(".product-tile__link").nth(r).dispatchEvent("pointerover");
  await page.waitForTimeout(500);
  await c.send("Emulation.setCPUThrottlingRate",{rate:4});
  const ev=[]; const on=(e)=>ev.push(...e.value); c.on("Tracing.dataCollected",on);
  await c.send("Tracing.start",{transferMode:"ReportEvents",categories:"devtools.timeline,v8,v8.wasm,disabled-by-default-v8.compile,blink,disabled-by-default-devtools.timeline"});
  const t = await page.evaluate((i)=>new Promise((d)=>{const look=()=>document.querySelector(".product-page__title")?.textContent; const s=performance.now(); performance.mark("tap"); document.querySelectorAll(".product-tile__link")[i].click(); const f=()=>look()?(performance.mark("title"),d(performance.now()-s)):requestAnimationFrame(f); requestAnimationFrame(f);}),r);
  const done=new Promise((d)=>c.once("Tracing.tracingComplete",d)); await c.send("Tracing.end"); await done; c.off("Tracing.dataCollected",on);
  const a=ev.find(e=>e.name==="tap")?.ts, z=ev.find(e=>e.name==="title")?.ts;
  const main=ev.find(e=>e.name==="tap"); const sum={};
  for(const e of ev) if(e.ph==="X"&&e.tid===main.tid&&e.pid===main.pid&&e.ts>=a&&e.ts<z){ (sum[e.name]??=[0,0]); sum[e.name][0]+=e.dur/1000; sum[e.name][1]++; }
  console.log(r,"ms",t.toFixed(0),Object.entries(sum).sort((x,y)=>y[1][0]-x[1][0]).slice(0,16).map(([k,[d,n]])=>`${k} ${d.toFixed(1)}/${n}`).join("  "));
  await c.send("Emulation.setCPUThrottlingRate",{rate:1});
  await page.goBack(); await page.waitForTimeout(1500);
}
await b.close();
