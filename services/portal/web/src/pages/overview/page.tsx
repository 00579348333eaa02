import { Loading } from '../../app/states.js'

export default function Page() {
  return <Loading />
}
