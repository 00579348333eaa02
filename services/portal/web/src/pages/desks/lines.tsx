import { Button } from 'antd'
import { Link } from 'wouter'
import type { Work } from '../../api/work.js'
import { LIGHTS } from '../../app/theme.js'
import { useTitle } from '../../words/language.js'

type Row = Work['rows'][number]
const SHOWN = 3

const Line = ({ row }: { row: Row }) => {
  const title = useTitle()
  const address = `/records/${row.kind}/${row.id}`
  const { sign, colour } = LIGHTS[row.light]
  return (
    <li className="desk-line">
      <span style={{ color: colour, whiteSpace: 'nowrap' }}>
        <span aria-hidden>{sign} </span>
        {title(row.lightTitle)}
      </span>
      <div style={{ minWidth: 0 }}>
        <Link href={address} style={{ fontWeight: 600 }}>
          {row.number ?? row.label}
        </Link>{' '}
        {row.number !== undefined && <span>{row.label} · </span>}
        <span>{title(row.stateTitle, row.state)}</span>
        <div style={{ color: '#4a5563' }}>{title(row.says)}</div>
      </div>
      <span style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
        {row.may.slice(0, SHOWN).map((one) => (
          <Link key={one.step} href={`${address}?step=${one.step}`} asChild>
            <Button size="small" type={one.awaited ? 'primary' : 'default'}>
              {title(one.title, one.step)}
            </Button>
          </Link>
        ))}
      </span>
    </li>
  )
}

/** Records as lines of a desk: how they stand, what is to be done, the steps at hand. */
export const DeskLines = ({ rows }: { rows: readonly Row[] }) => (
  <ul className="desk-lines">
    {rows.map((row) => (
      <Line key={row.id} row={row} />
    ))}
  </ul>
)
