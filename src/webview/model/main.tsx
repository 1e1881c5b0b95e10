import { render } from 'preact';
import { acquireHost } from '../shared/page-host';
import { ModelPage } from './model-page';
import './styles/index.css';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
render(<ModelPage host={acquireHost()} />, root);
