import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { shippedFonts, type Fonts } from '#papers'
import type { Config } from './config.js'
import { StartError } from './start-error.js'

/**
 * What papers are set in: the fonts of the configuration, else those that are shipped.
 * @throws StartError when a file cannot be read
 */
export const fontsOf = ({ PAPER_FONT, PAPER_FONT_BOLD }: Pick<Config, 'PAPER_FONT' | 'PAPER_FONT_BOLD'>): Fonts => {
  const shipped = shippedFonts()
  const normal = PAPER_FONT === undefined ? shipped.normal : resolve(PAPER_FONT)
  const bold =
    PAPER_FONT_BOLD === undefined ? (PAPER_FONT === undefined ? shipped.bold : normal) : resolve(PAPER_FONT_BOLD)
  for (const [name, file] of [
    ['PAPER_FONT', normal],
    ['PAPER_FONT_BOLD', bold],
  ] as const)
    try {
      accessSync(file, constants.R_OK)
    } catch (cause) {
      throw new StartError(
        `字体文件无法读取：${file}；请改正 ${name}，或删去它以使用随附的字体`,
        `the font file cannot be read: ${file}; correct ${name}, or take it out to use the shipped one`,
        { cause },
      )
    }
  return { normal, bold }
}
