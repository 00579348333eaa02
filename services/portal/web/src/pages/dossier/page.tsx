import { PrinterOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button, Card } from 'antd'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useParams } from 'wouter'
import { PageMargins } from '../../app/page-margins.js'
import { Reading } from '../../app/states.js'
import { useWords } from '../../words/language.js'
import { Details } from './details.js'
import { Drawing, type Chosen, type DrawingProps } from './drawing.js'
import { deedsOf, handoversOf, lanesOf } from './groups.js'
import { Legend } from './legend.js'
import { useNames, type DossierNames } from './names.js'
import { OpenQuestion } from './open-question.js'
import { GUTTER, pictureOf, type Picture } from './picture.js'
import { useClocks, useDossier, type Dossier } from './read.js'
import { Tables } from './tables.js'
import { dossierWords } from './words.js'
import './dossier.css'

const MOST_ZOOM = 32

/** How wide an element is, as it changes. */
const useRoom = () => {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const watch = new ResizeObserver(() => setRoom(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { frame, room }
}

/** The names of the lanes stay in sight while the picture is moved. */
const LaneNames = ({ picture, names }: { picture: Picture; names: DossierNames }) => {
  const words = useWords(dossierWords)
  return (
    <div className="lane-names on-screen" style={{ height: picture.height, width: GUTTER - 6 }} aria-hidden="true">
      {picture.lanes.map(({ agency, y, height }) => (
        <div key={agency} className="lane-name" style={{ top: y, height }}>
          {names.agency(agency)}
        </div>
      ))}
      <div className="lane-name" style={{ top: picture.barsAt - 24, height: 24 }}>
        {words.periods}
      </div>
    </div>
  )
}

/** Lanes on one sheet, periods on another. */
const OnPaper = (props: DrawingProps) => {
  const { barsAt, height } = props.picture
  const cut = barsAt - 26
  return (
    <div className="on-paper">
      <Drawing {...props} part={[0, cut]} />
      <Drawing {...props} part={[cut, height - cut]} />
    </div>
  )
}

const Zoom = ({ zoom, setZoom }: { zoom: number; setZoom: (zoom: number) => void }) => {
  const words = useWords(dossierWords)
  return (
    <div className="dossier-tools on-screen">
      <Button size="small" icon={<ZoomInOutlined />} disabled={zoom >= MOST_ZOOM} onClick={() => setZoom(zoom * 2)}>
        {words.zoomIn}
      </Button>
      <Button size="small" icon={<ZoomOutOutlined />} disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>
        {words.zoomOut}
      </Button>
      <Button size="small" disabled={zoom === 1} onClick={() => setZoom(1)}>
        {words.whole}
      </Button>
      <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
  )
}

/** A sheet of paper is wide, so that lanes need few rows. */
const SHEET_ROOM = 1500

/** Only while a dossier is shown. */
const LANDSCAPE = '@page { size: A4 landscape; margin: 15mm 10mm 14mm }'

/** On a phone the whole matter is wider than the frame, which scrolls. */
const LEAST_ROOM = 860

const TheDossier = ({ dossier }: { dossier: Dossier }) => {
  const words = useWords(dossierWords)
  const names = useNames(dossier)
  const clocks = useClocks(dossier.records)
  const { frame, room } = useRoom()
  const [zoom, setZoom] = useState(1)
  const [chosen, choose] = useState<Chosen>()
  const deeds = useMemo(() => deedsOf(dossier), [dossier])
  const handovers = useMemo(() => handoversOf(deeds, dossier.records), [deeds, dossier])
  const { now, records } = dossier
  const called = `${words.dossier} · ${records.find(({ id }) => id === dossier.dossier)?.label ?? records[0]?.label}`
  const asked = { deeds, lanes: lanesOf(deeds), handovers, clocks, now, nameOf: names.nameOf }
  const picture = room > 0 && pictureOf({ ...asked, zoom, room: Math.max(room, LEAST_ROOM) })
  const drawing = picture && { picture, names, now, chosen, choose }
  return (
    <div className="dossier">
      <style>{LANDSCAPE}</style>
      <PageMargins right={called} />
      <header className="dossier-head">
        <h1>{called}</h1>
        <span className="field-hint">{words.records(records.length)}</span>
      </header>
      <OpenQuestion dossier={dossier} />
      <Card size="small" title={<h2>{words.picture}</h2>} extra={<Zoom zoom={zoom} setZoom={setZoom} />}>
        {!deeds.length && <p className="field-hint">{words.own}</p>}
        <Legend />
        <div ref={frame} className="dossier-scroll dossier-frame on-screen" tabIndex={-1}>
          {drawing && (
            <>
              <LaneNames picture={drawing.picture} names={names} />
              <Drawing {...drawing} />
            </>
          )}
        </div>
        {drawing && <OnPaper {...drawing} picture={pictureOf({ ...asked, zoom: 1, room: SHEET_ROOM })} />}
        {drawing && <Details chosen={chosen} picture={drawing.picture} names={names} records={records} now={now} />}
        <Tables deeds={deeds} clocks={clocks} records={records} names={names} now={now} />
      </Card>
    </div>
  )
}

export default function DossierPage() {
  const { id } = useParams<{ id: string }>()
  const query = useDossier(id)
  return <Reading query={query}>{(dossier) => <TheDossier key={dossier.dossier} dossier={dossier} />}</Reading>
}
