import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crcOf, fromBase64url, toBase64url } from './bytes'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('bytes are written as the standard has them', () => {
  for (const text of ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar', 'ÿþ~?>'])
    expect(toBase64url(bytesOf(text))).toBe(Buffer.from(text).toString('base64url'))
})

test('any bytes come back, and only one text spells them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(bytes)
    }),
  )
})

test.each([['a'], ['ab=c'], ['ab c'], ['ab+/'], ['aé'], ['QR'], ['abcde']])('%j spells no bytes', (text) => {
  expect(fromBase64url(text)).toBeNull()
})

test('the check is the one that others compute', () => {
  expect(crcOf(bytesOf('123456789')).toString(16)).toBe('cbf43926')
  expect(crcOf(bytesOf(''))).toBe(0)
})
