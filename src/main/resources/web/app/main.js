import {LitElement, html} from 'lit'; class A extends LitElement { render(){return html`hi`} } customElements.define('x-a', A);
