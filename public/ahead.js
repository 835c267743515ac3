// What an address asks for before the page's own script is there to read it. Where no files are named, as by the
// development server, that script asks for them itself; when, is said in opening.ts and connect.ts.
;(({ hash }, { reader = '', large = '', largeFrom = Infinity }) => {
  // A link written by hand may ask for the circuit alone: that is another page, small enough for a slide.
  if (/[&#]view=embed(&|$)/.test(hash)) return location.replace(`embed.html${hash}`)
  // What reads a link, and what a long one is likely to need, comes beside that script and not after it.
  const files = `${hash.length > 1 ? reader : ''} ${hash.length > largeFrom ? large : ''}`
  for (const href of files.split(' ').filter(Boolean))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
})(location, document.currentScript.dataset)
