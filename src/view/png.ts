/** The page's own typeface as a style sheet with the fonts in it: a picture in an image cannot fetch them. */
export const fontsOf = async (page: Document, family: string): Promise<string> => {
  const faces = [...page.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue('font-family').includes(family))
  const written = await Promise.all(
    // Without the network a picture is drawn in another face, and is drawn.
    faces.map(async (rule) => {
      const [, path] = /url\("([^"]+\.woff2)"\)/.exec(rule.cssText) ?? []
      if (!path) return ''
      const file = await fetch(new URL(path, rule.parentStyleSheet?.href ?? page.baseURI)).catch(() => null)
      if (!file?.ok) return ''
      return rule.cssText.replace(/src:[^;]+;/, `src: url("${await dataOf(await file.blob())}");`)
    }),
  )
  return written.join('\n')
}

const dataOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** An svg file as pixels, so many to each of its units. Rejects where the browser cannot hold so many. */
export const pngOf = async (page: Document, svg: string, scale: number): Promise<Blob> => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = page.createElement('canvas')
    canvas.width = Math.ceil(image.naturalWidth * scale)
    canvas.height = Math.ceil(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
