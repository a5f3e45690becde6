import { render } from 'preact'
import { DeskApp } from './desk-app.tsx'
import { watchEnrolment } from './pending-enrolment.ts'
import './styles/desk.css'

watchEnrolment()

const place = document.getElementById('desk')
if (place !== null) render(<DeskApp />, place)
