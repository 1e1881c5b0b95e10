import { render } from 'preact';
import { acquireHost } from '../shared/page-host';
import { LifecyclePanel } from './lifecycle-panel';
import './styles/index.css';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
render(<LifecyclePanel host={acquireHost()} />, root);
