import './style.css';
import './explorer.js';
