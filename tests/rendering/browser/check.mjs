// Opens one HTML brief in headless Chromium and prints, as JSON, what a reader with a keyboard and axe-core meet in it.
// node check.mjs CHROMIUM BRIEF.html [PICTURE-FOLDER]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: quiet });
const found = { errors: [], requests: [], violations: {}, wider: {}, filter: {}, zoom: {}, without: {} };
const views = { desktop: [1200, 900, "light"], dark: [1200, 900, "dark"], phone: [390, 800, "light"] };

for (const [name, [width, height, colorScheme]] of Object.entries(views)) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.on("console", (message) => message.type() === "error" && found.errors.push(message.text()));
  page.on("pageerror", (error) => found.errors.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || found.requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  found.wider[name] = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  if (name === "desktop" && await page.locator("#filter").count()) [found.filter, found.zoom] = [await filtered(page), await zoomed(page)];
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  found.violations[name] = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((n) => n.html).join(" ")}`);
  await page.close();
}

const context = await browser.newContext({ javaScriptEnabled: false });
const plain = await context.newPage();
await plain.goto(pathToFileURL(file).href);
found.without = { rows: await plain.locator("#timeline tr[data-event]").count(),
  visible: await plain.locator("#timeline tr[data-event]:visible").count(), form: await plain.locator("#filter").isVisible() };
console.log(JSON.stringify(found));
await browser.close();

// By keyboard alone: tab to the first choice, take its second entry, read how many rows are left, tab on and reset.
async function filtered(page) {
  const visible = () => page.locator("#timeline tr[data-event]:visible").count();
  const all = await visible();
  const focused = () => page.evaluate(() => document.activeElement && document.activeElement.id);
  for (let step = 0; step < 400 && (await focused()) !== "by-source"; step += 1) await page.keyboard.press("Tab");
  const reached = await focused();
  await page.keyboard.press("ArrowDown");
  const some = await visible();
  const said = await page.locator("#filter-shown").textContent();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
  return { all, reached, some, said, after: await visible() };
}

// By keyboard alone: shift-tab back to the strip, enlarge it, move it, press the button that shows the whole again.
async function zoomed(page) {
  const strip = () => page.evaluate(() => {
    const story = document.getElementById("story");
    return { wide: Math.round(10 * story.scrollWidth / story.clientWidth) / 10, left: story.scrollLeft };
  });
  const focused = () => page.evaluate(() => document.activeElement && (document.activeElement.id || document.activeElement.dataset.zoom));
  const back = async (wanted) => {
    for (let step = 0; step < 40 && (await focused()) !== wanted; step += 1) await page.keyboard.press("Shift+Tab");
  };
  const before = await strip();
  await back("story");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  const enlarged = await strip();
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(400);
  const moved = await strip();
  await back("whole");
  await page.keyboard.press("Enter");
  const after = await strip();
  return { before: before.wide, enlarged: enlarged.wide, moved: moved.left > enlarged.left, after: after.wide };
}
