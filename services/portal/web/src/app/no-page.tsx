import { Button, Result } from 'antd'
import { Link } from 'wouter'
import { useWords } from '../words/language.js'
import { appWords } from './words.js'

/** An address that is none, for people with an account or, outside, for everybody. */
export const NoPage = ({ outside = false }: { outside?: boolean }) => {
  const words = useWords(appWords)
  return (
    <Result
      status="404"
      title={<h1 style={{ font: 'inherit', margin: 0 }}>{words.noPage}</h1>}
      subTitle={outside ? words.noPageOutside : words.noPageTodo}
      extra={
        <Link href={outside ? '/outside' : '/work'} asChild>
          <Button type="primary">{outside ? words.toOutside : words.toWork}</Button>
        </Link>
      }
    />
  )
}
