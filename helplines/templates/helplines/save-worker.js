{% load static %}// The worker that somebody asked for with “Save helplines on this device”. It keeps one page, with what that page needs, and shows it
// where an address of the directory cannot be fetched. The network comes first, always. It is removed by “Remove”.
"use strict";
const NAME = "saved helplines";
const PAGE = "{% url 'offline_helplines' %}";
// Whoever opens one of these with a connection has a new copy, with its own day in it.
const MAKES_A_NEW_COPY = ["{% url 'saved_helplines' %}", new URL("./", self.location).pathname];
// Everything that a page names from there: style, scripts, pictures for the tab.
const FILES = new RegExp('"({% get_static_prefix %}[^"]+)"', "g");

let isForgotten = false;
let keeping = Promise.resolve();

const ask = async (address) => {
  const answer = await fetch(address, { cache: "no-cache", credentials: "omit" });
  if (!answer.ok || answer.redirected) throw new Error(`${address} cannot be saved.`);
  return answer;
};

const keep = async () => {
  const page = await ask(PAGE);
  const words = await page.clone().text();
  const files = [...new Set(Array.from(words.matchAll(FILES), ([, address]) => address))];
  const answers = await Promise.all(files.map(ask));
  if (isForgotten) return;
  const cache = await caches.open(NAME);
  await Promise.all(files.map((address, at) => cache.put(address, answers[at])));
  // Last, so that the page that is there never names a file that is not.
  await cache.put(PAGE, page);
  const names = [PAGE, ...files];
  for (const { url } of await cache.keys()) if (!names.includes(new URL(url).pathname)) await cache.delete(url);
};

const makeNewCopy = async () => {
  if (isForgotten || !(await caches.has(NAME))) return;
  keeping = keep().catch(() => {}); // the copy that is there stays, and so does its day
  await keeping;
  for (const page of await self.clients.matchAll()) page.postMessage("new copy");
};

const forget = async () => {
  isForgotten = true;
  await keeping.catch(() => {});
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
};

const saved = async (address) => (await caches.match(address, { ignoreVary: true })) || Response.error();

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const done = () => port.postMessage("done");
  if (event.data === "forget") event.waitUntil(forget().then(done));
  if (event.data !== "keep") return;
  // A browser may take up a worker again that was told to forget.
  isForgotten = false;
  keeping = keep();
  event.waitUntil(keeping.then(done, () => port.postMessage("failed")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (isForgotten || request.method !== "GET" || origin !== self.location.origin) return;
  const isPage = request.mode === "navigate";
  const answer = fetch(request);
  event.respondWith(answer.catch(() => saved(isPage ? PAGE : request)));
  if (isPage && MAKES_A_NEW_COPY.includes(pathname)) event.waitUntil(answer.then(makeNewCopy, () => {}));
});
