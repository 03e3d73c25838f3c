// Other pages of the site, fetched once each, for previews and citations.

const fetched = new Map();

// The document at `address`; the same promise for the same page.
export function pageAt(address) {
  const url = new URL(address, document.baseURI);
  url.hash = "";
  if (url.pathname === location.pathname) return Promise.resolve(document);
  if (!fetched.has(url.href)) {
    fetched.set(url.href, fetch(url).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${url}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
  }
  return fetched.get(url.href);
}
