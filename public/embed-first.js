// A link written by hand may ask for the circuit alone: that is another page, small enough for a slide.
if (/[&#]view=embed(&|$)/.test(location.hash)) location.replace(`embed.html${location.hash}`)
