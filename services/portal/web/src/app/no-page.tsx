import { Button, Result } from 'antd'
import { Link } from 'wouter'
import { useWords } from '../words/language.js'
import { appWords } from './words.js'

export const NoPage = () => {
  const words = useWords(appWords)
  return (
    <Result
      status="404"
      title={words.noPage}
      subTitle={words.noPageTodo}
      extra={
        <Link href="/work" asChild>
          <Button type="primary">{words.toWork}</Button>
        </Link>
      }
    />
  )
}
