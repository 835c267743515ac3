/**
 * Stands in for d3-color in the built page: d3's transitions ask it whether a text is a colour, and ours move
 * geometry alone. All of it would be 3 kB of the first picture's script. The others are asked only of a colour.
 */
export const color = (): null => null
export { color as cubehelix, color as hcl, color as hsl, color as lab, color as rgb }
