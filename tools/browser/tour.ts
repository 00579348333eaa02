import type { Story } from '#story'

export interface Said {
  zh: string
  en: string
}

/** Where the picture of an entry stands, from docs/. */
export const pictureOf = (n: number): string => `pictures/tour/${String(n).padStart(2, '0')}.png`

const noteOf = (note: Story['entries'][number]['note']): Said =>
  typeof note === 'object' ? note : { zh: note ?? '', en: note ?? '' }

const HEAD = `# 十分钟：从 \`npm start\` 到一份经司法确认的协议

*[English below](#ten-minutes)* · 图片和文字由 \`npm run tour\` 按 seeds/stories/tour.yaml 在浏览器里一步步办出来。

1. 在空目录里 \`npm start\`；最后一屏写着网址和账户。密码在数据目录的 passwords.txt。
2. 打开网址，登录。下面每一步都写明用哪个账户。
`

const HEAD_EN = `<a id="ten-minutes"></a>

# Ten minutes: from \`npm start\` to a confirmed settlement

The pictures and words are made by \`npm run tour\`, which takes every step of seeds/stories/tour.yaml in a browser.

1. \`npm start\` in an empty clone; its last lines say the address and the accounts. Passwords stand in passwords.txt of the data folder.
2. Open the address and sign in. Every step below says with which account.
`

/** docs/tour.md, from the story and the accounts of its people. */
export const tourText = (story: Story, titles: readonly Said[], accounts: readonly string[]): string => {
  const part = (language: keyof Said) =>
    story.entries.map(({ note }, index) => {
      const title = titles[index]![language]
      return `## ${index + 1}. ${title} · \`${accounts[index]}\`\n\n${noteOf(note)[language]}\n\n![${title}](${pictureOf(index + 1)})\n`
    })
  return [HEAD, ...part('zh'), HEAD_EN, ...part('en')].join('\n')
}
