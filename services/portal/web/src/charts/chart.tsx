import { useEffect, useRef } from 'react'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

interface Drawn {
  option: EChartsCoreOption
  height: number
  label: string
  /** A point was chosen: its place in the data, and of which series. */
  choose?: (index: number, series: number) => void
}

/** A chart as lines on paper: drawn as SVG, as wide as its place, sharp in print. */
export default function Chart({ option, height, label, choose }: Drawn) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = init(place.current!, undefined, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      ...option,
    })
    chart.on('click', ({ dataIndex, seriesIndex }) => choose?.(dataIndex, seriesIndex ?? 0))
    const watching = new ResizeObserver(() => chart.resize())
    watching.observe(place.current!)
    return () => {
      watching.disconnect()
      chart.dispose()
    }
  }, [option, choose])
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
