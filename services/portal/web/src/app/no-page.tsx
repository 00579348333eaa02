import { Button, Result } from 'antd'
import { Link } from 'wouter'
import { useWords } from '../words/language.js'
import { appWords } from './words.js'

export const NoPage = () => {
  const words = useWords(appWords)
  return (
    <Result
      status="404"
      title={<h1 style={{ font: 'inherit', margin: 0 }}>{words.noPage}</h1>}
      subTitle={words.noPageTodo}
      extra={
        <Link href="/work" asChild>
          <Button type="primary">{words.toWork}</Button>
        </Link>
      }
    />
  )
}
